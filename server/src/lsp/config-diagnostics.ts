// Diagnostics of a damaged `.gouji.json`, and one message: not every editor shows what is wrong in closed files.

import type { Connection } from 'vscode-languageserver';
import type { SuppressionsReading } from '../suppressions/read-config.ts';
import { CONFIG_FILE } from '../suppressions/suppression.ts';
import { SOURCE } from '../features/to-diagnostic.ts';
import { unawaited } from './guard.ts';
import { DiagnosticSeverity, MessageType, ShowMessageNotification } from './library.ts';

interface ConfigDiagnostics {
  /** Withdraws what was said where the file can be read again. */
  readonly publish: (remarksUri: string, reading: SuppressionsReading) => void;
  readonly withdraw: (remarksUri: string) => void;
}

export function createConfigDiagnostics(connection: Connection): ConfigDiagnostics {
  const shown = new Set<string>();
  const told = new Map<string, string>();

  function withdraw(uri: string): void {
    if (shown.delete(uri)) unawaited(connection.sendDiagnostics({ uri, diagnostics: [] }));
  }

  function publish(uri: string, reading: SuppressionsReading): void {
    if (!('problem' in reading)) return withdraw(uri);
    const message = `${CONFIG_FILE} 格式有误，无法读取，暂不生效，全部问题照常显示。该文件未作改动。${reading.problem}。`;
    shown.add(uri);
    unawaited(connection.sendDiagnostics({ uri, diagnostics: [{ range: reading.range, severity: DiagnosticSeverity.Warning, source: SOURCE, message }] }));
    if (told.get(uri) === message) return;
    told.set(uri, message);
    // Not a request, as the connection's own helper would make it: nothing is to be chosen, nobody has to answer.
    unawaited(connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message }));
  }

  return { publish: publish, withdraw };
}

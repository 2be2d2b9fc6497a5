// Settings of each document, requested per resource where the client answers that, cached until they change.

import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { unawaited } from './guard.ts';
import { DidChangeConfigurationNotification } from './library.ts';
import { SETTINGS_PATIENCE_MS } from './limits.ts';
import type { InitializationOptions } from '../protocol/requests.ts';
import { isRecord } from './is-record.ts';
import { NOTHING_INHERITED, type InheritedSettings } from '../suppressions/folder-settings.ts';
import type { SuppressionsStore } from './suppressions-store.ts';
import { DEFAULT_SETTINGS, parseSettings, SECTION, type Settings } from './settings.ts';

export interface SettingsStore {
  readonly of: (uri: string) => Promise<Settings>;
  readonly forget: (uri: string) => void;
  /** Calls `changed` after every change of configuration. */
  readonly listen: (changed: () => void) => void;
}

export function createSettingsStore(connection: Connection, capabilities: ClientCapabilities, options: InitializationOptions): SettingsStore {
  const asks = capabilities.workspace?.configuration === true;
  let shared = options.gouji === undefined ? DEFAULT_SETTINGS : parseSettings(options.gouji);
  const perDocument = new Map<string, Promise<Settings>>();

  let notifyChanged: () => void = () => undefined;

  /** A client that promised to answer and does not: the defaults are better than no diagnostics. A late answer still counts. */
  function ask(uri: string): Promise<Settings> {
    const answered = connection.workspace.getConfiguration({ scopeUri: uri, section: SECTION }).then(parseSettings, () => shared);
    const asked = new Promise<Settings>((resolve) => {
      let isLate = false;
      const timer = setTimeout(() => {
        isLate = true;
        resolve(shared);
      }, SETTINGS_PATIENCE_MS);
      void answered.then((settings) => {
        clearTimeout(timer);
        resolve(settings);
        if (!isLate || perDocument.get(uri) !== asked) return;
        perDocument.set(uri, answered);
        notifyChanged();
      });
    });
    return asked;
  }

  function of(uri: string): Promise<Settings> {
    if (!asks) return Promise.resolve(shared);
    const known = perDocument.get(uri);
    if (known !== undefined) return known;
    const asked = ask(uri);
    perDocument.set(uri, asked);
    return asked;
  }

  function listen(changed: () => void): void {
    notifyChanged = changed;
    if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
      unawaited(connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION }));
    }
    connection.onDidChangeConfiguration((params) => {
      const pushed: unknown = params.settings;
      if (!asks && isRecord(pushed)) shared = parseSettings(pushed[SECTION] ?? pushed);
      perDocument.clear();
      changed();
    });
  }

  return { of, forget: (uri) => void perDocument.delete(uri), listen };
}

/** The same with what `.gouji.json` says of the folders around a document: before the editor's settings. */
export function withFolderSettings(store: SettingsStore, config: Pick<SuppressionsStore, 'load' | 'inherited'>): SettingsStore {
  // The same object as long as both say the same: whoever keeps results goes by it.
  const known = new WeakMap<Settings, WeakMap<InheritedSettings, Settings>>();

  function joined(settings: Settings, inherited: InheritedSettings): Settings {
    if (inherited === NOTHING_INHERITED) return settings;
    const bySettings = known.get(settings) ?? new WeakMap<InheritedSettings, Settings>();
    known.set(settings, bySettings);
    const result = bySettings.get(inherited) ?? {
      ...settings,
      enable: settings.enable && !inherited.excluded,
      rules: inherited.levels.size === 0 ? settings.rules : new Map([...settings.rules, ...inherited.levels]),
    };
    bySettings.set(inherited, result);
    return result;
  }

  return {
    ...store,
    of: async (uri) => {
      const [settings] = await Promise.all([store.of(uri), config.load(uri)]);
      return joined(settings, config.inherited(uri));
    },
  };
}

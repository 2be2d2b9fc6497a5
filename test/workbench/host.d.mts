// The types of host.mjs for the tests; the module itself runs as it is, before any build.

export interface WorkbenchOptions {
  readonly folder: string;
  readonly port?: number;
  readonly extensionRoot?: string;
  readonly open?: readonly string[];
  readonly locale?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
}

export interface Workbench {
  readonly url: string;
  readonly numericUrl: string;
  readonly port: number;
  readonly written: () => boolean;
  readonly close: () => Promise<void>;
}

export function serveWorkbench(options: WorkbenchOptions): Promise<Workbench>;

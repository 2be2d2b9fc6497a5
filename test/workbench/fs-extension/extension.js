// File system provider through which the browser workbench reaches the folder on disk, by the host's own address:
// this file is served from /<token>/extensions/<language>/disk/, the folder from /<token>/api/.

const vscode = require('vscode');

const SCHEME = 'gouji-disk';

exports.activate = function activate(context) {
  const provider = new DiskProvider(context.extensionUri.with({ path: apiPath(context.extensionUri.path) }));
  context.subscriptions.push(provider, vscode.workspace.registerFileSystemProvider(SCHEME, provider, { isCaseSensitive: true }));
};

function apiPath(extensionPath) {
  return `/${extensionPath.split('/')[1]}/api/`;
}

class DiskProvider {
  #api;
  #changes = new vscode.EventEmitter();
  #stream;
  /** `/<folder name>` of the opened folder: the part of a path that is not below it. */
  #rootPath = vscode.workspace.workspaceFolders?.[0]?.uri.path ?? '/';
  #authority = vscode.workspace.workspaceFolders?.[0]?.uri.authority ?? '';

  onDidChangeFile = this.#changes.event;

  constructor(api) {
    this.#api = api;
  }

  /** One stream tells of the whole folder, so all watchers share it; it reconnects by itself. */
  watch() {
    if (this.#stream === undefined) {
      this.#stream = new EventSource(this.#url('watch', {}));
      this.#stream.onmessage = (message) => this.#report(JSON.parse(message.data));
    }
    return new vscode.Disposable(() => undefined);
  }

  async stat(uri) {
    const { type, size, createdMs, modifiedMs } = await this.#json('stat', { path: this.#relative(uri) });
    return { type: fileType(type), size, ctime: createdMs, mtime: modifiedMs };
  }

  async readDirectory(uri) {
    const entries = await this.#json('list', { path: this.#relative(uri) });
    return entries.map(({ name, type }) => [name, fileType(type)]);
  }

  async readFile(uri) {
    const response = await this.#call('GET', 'file', { path: this.#relative(uri) });
    return new Uint8Array(await response.arrayBuffer());
  }

  async writeFile(uri, content, { create, overwrite }) {
    await this.#call('PUT', 'file', { path: this.#relative(uri), create: flag(create), overwrite: flag(overwrite) }, content);
    this.#changes.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  async createDirectory(uri) {
    await this.#call('POST', 'folder', { path: this.#relative(uri) });
    this.#changes.fire([{ type: vscode.FileChangeType.Created, uri }]);
  }

  async delete(uri, { recursive }) {
    await this.#call('DELETE', 'file', { path: this.#relative(uri), recursive: flag(recursive) });
    this.#changes.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  async rename(from, to, { overwrite }) {
    await this.#call('POST', 'rename', { from: this.#relative(from), to: this.#relative(to), overwrite: flag(overwrite) });
    this.#changes.fire([
      { type: vscode.FileChangeType.Deleted, uri: from },
      { type: vscode.FileChangeType.Created, uri: to },
    ]);
  }

  dispose() {
    this.#stream?.close();
    this.#changes.dispose();
  }

  #report(changes) {
    const types = {
      created: vscode.FileChangeType.Created,
      changed: vscode.FileChangeType.Changed,
      deleted: vscode.FileChangeType.Deleted,
    };
    this.#changes.fire(changes.map((change) => ({ type: types[change.type], uri: this.#uri(change.path) })));
  }

  #relative(uri) {
    if (uri.path !== this.#rootPath && !uri.path.startsWith(`${this.#rootPath}/`)) {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
    return uri.path.slice(this.#rootPath.length + 1);
  }

  #uri(relativePath) {
    return vscode.Uri.from({ scheme: SCHEME, authority: this.#authority, path: `${this.#rootPath}/${relativePath}` });
  }

  #url(name, parameters) {
    return `${this.#api.toString(true)}${name}?${new URLSearchParams(parameters)}`;
  }

  async #json(name, parameters) {
    return (await this.#call('GET', name, parameters)).json();
  }

  async #call(method, name, parameters, body) {
    const request = body === undefined ? { method } : { method, body };
    const response = await fetch(this.#url(name, parameters), request);
    if (response.ok) return response;
    const { code, message } = await response.json().catch(() => ({}));
    const make = vscode.FileSystemError[code] ?? vscode.FileSystemError.Unavailable;
    throw make.call(vscode.FileSystemError, message ?? String(response.status));
  }
}

function fileType(type) {
  return type === 'folder' ? vscode.FileType.Directory : vscode.FileType.File;
}

function flag(value) {
  return value ? '1' : '0';
}

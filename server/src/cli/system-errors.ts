// Words for system errors of reading and writing files.

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '找不到这个文件或文件夹',
  ENOTDIR: '找不到这个文件或文件夹',
  EACCES: '没有权限',
  EPERM: '没有权限',
  EROFS: '所在磁盘只读',
  ENOSPC: '磁盘已满',
  EEXIST: '同名的临时文件已经存在',
  EISDIR: '是文件夹，不是文件',
  ELOOP: '链接首尾相接，找不到文件',
  ENAMETOOLONG: '路径太长',
  EMFILE: '打开的文件太多',
  EBUSY: '文件正被其他程序使用',
};

/** A code of the system in words. */
export function reasonOf(code: string): string {
  return REASONS[code] ?? `系统错误 ${code}`;
}

/** Throws what the system did not report: that is a mistake of ours. */
export function whyNot(error: unknown): string {
  const code = errorCode(error);
  if (code === null) throw error;
  return reasonOf(code);
}

/** Of a path somebody named or a folder listed. What has no name in UTF-8 (GBK names in an archive from Windows) is listed and cannot be opened. */
export function whyNotFound(path: string, error: unknown): string {
  const unnamed = errorCode(error) === 'ENOENT' && path.includes('\ufffd');
  return unnamed ? '文件名或文件夹名不是 UTF-8 编码，打不开，请改名后再检查' : whyNot(error);
}

export function errorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null;
}

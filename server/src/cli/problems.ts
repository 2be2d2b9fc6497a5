// Why could a file not be read or written, in words for the person?

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

/** Throws what the system did not report: that is a mistake of ours. */
export function whyNot(error: unknown): string {
  const code = errorCode(error);
  if (code === null) throw error;
  return REASONS[code] ?? `系统报告错误 ${code}`;
}

export function errorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null;
}

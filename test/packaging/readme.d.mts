/** `root`: of the repository. */
export function packagedReadme(root: string): string;

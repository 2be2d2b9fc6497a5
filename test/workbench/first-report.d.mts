// The types of first-report.mjs for the tests; the module itself runs as it is, before any build.

export declare function firstReport(folder: string, cli: string, deadlineMs?: number): Promise<string | undefined>;

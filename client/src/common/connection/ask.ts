// How is the server asked what our own requests ask? Null where there is no report, or no server runs.

export type Ask = <Result>(method: string, params: object) => Promise<Result | null>;

export const snippets = []

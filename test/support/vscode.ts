// Stands for VS Code's own module where decisions of the client are tested: nothing of it is there, so that a test that reaches the
// window fails.

export {};

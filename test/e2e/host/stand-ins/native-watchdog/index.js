// Stands in for the native module that ends the extension host when its parent dies;
// the test run ends the whole process group itself.

exports.start = () => undefined;
exports.exit = (code) => process.exit(code);

// Stands in for VS Code's native log writer, which would have to be compiled here.
// A rejected promise is what VS Code meets where the native module is missing: it then logs elsewhere.

const missing = () => Promise.reject(new Error('no native log writer'))

exports.createRotatingLogger = missing
exports.createAsyncRotatingLogger = missing
exports.setFlushOn = () => undefined
exports.setLevel = () => undefined
exports.shutdown = () => undefined
exports.version = 0

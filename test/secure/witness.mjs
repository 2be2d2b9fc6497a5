// Loaded into a process under test (`node --import`): ends it with a word on standard error once it touches the network.

import { createHook } from 'node:async_hooks';
import { writeSync } from 'node:fs';

/** What Node creates for every connection, server, name look-up or datagram, whoever asks and by whichever module. */
const NETWORK = /^(?:TCP|UDP|TLS|HTTP|GETADDRINFO|GETNAMEINFO|QUERY|DNS)/u;
const STANDARD_ERROR = 2;
const CAUGHT = 97;

createHook({
  init(_id, type) {
    if (!NETWORK.test(type)) return;
    writeSync(STANDARD_ERROR, `network: ${type}\n`);
    process.exit(CAUGHT);
  },
}).enable();

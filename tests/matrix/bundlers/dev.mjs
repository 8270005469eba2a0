// Vite's server for development.

import { createServer } from "vite";

const server = await createServer({ root: import.meta.dirname, server: { host: "127.0.0.1" } });
await server.listen();
console.log(server.resolvedUrls.local[0]);

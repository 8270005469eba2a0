// Vite's server for development, of the Vite that is named.

const [vite = "vite"] = process.argv.slice(2);
const { createServer } = await import(vite);

/** What the README says of versions that take a package's files apart before they serve them. */
const told = vite === "vite" ? {} : { optimizeDeps: { exclude: ["callcheck"] } };

const server = await createServer({ root: import.meta.dirname, cacheDir: `node_modules/.${vite}`, server: { host: "127.0.0.1" }, ...told });
await server.listen();
console.log(server.resolvedUrls.local[0]);

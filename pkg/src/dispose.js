// What `using` looks for.

/** The name of the method that ends an object; polyfills agree on the second one. */
export const dispose = Symbol.dispose ?? Symbol.for("Symbol.dispose");

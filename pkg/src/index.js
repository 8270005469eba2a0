export { preload } from "./engine.js";
export { RulebookError } from "./errors.js";
export { Rulebook } from "./rulebook.js";
export { rulebooks } from "./rulebooks.js";
export { Session } from "./session.js";

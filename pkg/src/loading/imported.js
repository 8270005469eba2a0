// The host compiles the module and hands it over: workerd, which compiles nothing at run time.

import { module } from "module/imported.js";
import { handedOver } from "./handed-over.js";

export const compiled = () => handedOver(module);

export const compile = async () => compiled();

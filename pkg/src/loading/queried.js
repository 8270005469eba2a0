// The host compiles the module and hands it over, if it is asked by `?module`: edge runtimes.

import { module } from "module/queried.js";
import { handedOver } from "./handed-over.js";

export const compiled = () => handedOver(module);

export const compile = async () => compiled();

import type { Assets, SignInModel } from "../../pages/models.js";
import type { PortalContext } from "../context.js";
import type { Transport } from "./transport.js";

/** What the routes share besides the parts. */
export interface Portal {
  readonly context: PortalContext;
  readonly transport: Transport;
  readonly assets: Assets;
  readonly demoAccounts: SignInModel["demoAccounts"];
}

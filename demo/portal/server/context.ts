import type { Clock } from "./clock.js";
import type { PortalKeys } from "./keys/portal-keys.js";
import type { SecurityLog } from "./people/security-log.js";
import type { Sessions } from "./people/sessions.js";
import type { Database } from "./storage/database.js";

/** What the portal's parts share; made once by createPortal. */
export interface PortalContext {
  readonly database: Database;
  readonly keys: PortalKeys;
  readonly clock: Clock;
  readonly sessions: Sessions;
  readonly log: SecurityLog;
}

// Starts the demo portal: node build/demo/portal/server/main.js [--port N] [--host NAME] [--https] [--data FOLDER]
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readOptions } from "./start/options.js";
import { StartError } from "./start/start-error.js";
import { startPortal } from "./start/start-portal.js";

// This file is run from build/demo/portal/server.
const root = fileURLToPath(new URL("../../../../", import.meta.url));

try {
  const options = readOptions(process.argv.slice(2));
  const portal = await startPortal(options, {
    data: options.data === undefined ? resolve(root, "demo/portal/data") : resolve(options.data),
    clientFolder: resolve(root, "build/demo/client"),
    environment: process.env,
    onFault: (fault) => process.stderr.write(`${fault.name}: ${fault.message}\n`),
  });
  process.stdout.write(`Fernhill is at ${portal.address}\n`);
  for (const { email, password } of portal.demoAccounts) {
    process.stdout.write(`  sign in as ${email} with ${password}\n`);
  }
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      void portal.close().then(() => process.exit(0));
    });
  }
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

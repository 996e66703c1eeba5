import { find } from "../machine/run.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

export async function findChromium(environment = process.env) {
  if (environment.COUNTERSIGN_CHROMIUM) return environment.COUNTERSIGN_CHROMIUM;
  return NAMES.map((name) => find(name, environment.PATH)).find(Boolean);
}

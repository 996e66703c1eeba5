// Chromium for the browser tests: the one on this machine, else Debian's, unpacked for us alone.
import { existsSync } from "node:fs";
import { chmod, mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { aptObstacle, osRelease } from "../debian/apt.mjs";
import { apt } from "../debian/shared-state.mjs";
import { unpackAll } from "../debian/unpack.mjs";
import { Missing } from "../machine/missing.mjs";
import { place } from "../machine/place.mjs";
import { cached } from "../machine/places.mjs";
import { find, run } from "../machine/run.mjs";
import { say } from "../machine/say.mjs";
import { CHROMIUM_PACKAGES, CHROMIUM_UNUSED } from "../versions.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/** Debian's releases whose C library the private unpacking is made for: the machine's own. */
const SUITES = ["bookworm", "trixie"];
/** A machine has these, and a second copy of them in another version breaks every program. */
const OF_THE_MACHINE =
  /^(libc6|libc-bin|libc-l10n|locales|libcrypt1|libgcc-s1|gcc-\d+-base|dpkg|perl-base|bash|coreutils)$/;

/** The program of a Chromium that is there already, or undefined. */
export async function findChromium(environment = process.env) {
  if (environment.COUNTERSIGN_CHROMIUM) return environment.COUNTERSIGN_CHROMIUM;
  const onPath = NAMES.map((name) => find(name, environment.PATH)).find(Boolean);
  if (onPath) return onPath;
  const program = programOf(await privateFolder());
  return existsSync(program) ? program : undefined;
}

/** The same, and brings one where there is none. */
export async function chromium(environment = process.env) {
  const present = await findChromium(environment);
  if (present) return present;
  const suite = (await osRelease()).VERSION_CODENAME;
  const obstacle = SUITES.includes(suite) ? aptObstacle() : `this machine is not Debian 12 or 13`;
  const tried = [`${NAMES.join(", ")} on PATH: none`, "COUNTERSIGN_CHROMIUM: not set"];
  const command =
    "apt-get install chromium fonts-liberation   (or name any Chromium or Chrome in COUNTERSIGN_CHROMIUM)";
  if (obstacle) {
    tried.push(`Debian's packages, unpacked privately: ${obstacle}`);
    throw new Missing({ thing: "Chromium", tried, command });
  }
  const folder = await privateFolder();
  try {
    await place(folder, (part) => fill(part, folder, suite), { check });
  } catch (error) {
    tried.push(`Debian's packages, unpacked privately: ${error.message}`);
    throw new Missing({ thing: "Chromium", tried, command, cause: error });
  }
  return programOf(folder);
}

const privateFolder = async () => cached("chromium", (await osRelease()).VERSION_CODENAME ?? "none");
const programOf = (folder) => join(folder, "run-chromium");

async function fill(part, folder, suite) {
  const debian = await apt(suite, { security: true });
  say("chromium", `${await debian.version("chromium")} from Debian's ${suite}, unpacked privately`);
  const names = (await debian.closure(CHROMIUM_PACKAGES)).filter((name) => !OF_THE_MACHINE.test(name));
  const files = await debian.download(names, "chromium");
  say("chromium", "unpacking");
  await unpackAll(files, part, CHROMIUM_UNUSED);
  await writeFile(join(part, "fonts.conf"), fontsConfiguration(folder));
  await mkdir(join(part, "font-cache"));
  await writeFile(join(part, "run-chromium"), await wrapper(part, folder));
  await chmod(join(part, "run-chromium"), 0o755);
}

/** Its libraries and fonts are looked for in the folder, before the machine's. */
async function wrapper(part, folder) {
  const triplets = (await readdir(join(part, "usr/lib"))).filter((name) => name.endsWith("-linux-gnu"));
  const libraries = triplets.flatMap((triplet) => [`usr/lib/${triplet}`, `lib/${triplet}`]);
  const below = ["", "nss", "pulseaudio"]; // their packages rely on paths of an installed system
  const path = libraries.flatMap((name) => below.map((inner) => join(folder, name, inner))).join(":");
  return `#!/bin/sh
export LD_LIBRARY_PATH='${path}'
export FONTCONFIG_FILE='${folder}/fonts.conf'
export XDG_DATA_DIRS='${folder}/usr/share'
exec '${folder}/usr/lib/chromium/chromium' "$@"
`;
}

const fontsConfiguration = (folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/usr/share/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
  <include ignore_missing="yes">${folder}/etc/fonts/conf.d</include>
</fontconfig>
`;

async function check(folder) {
  const page = "data:text/html,<p id=answer>";
  const script = "<script>answer.textContent=6*7</script>";
  const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--dump-dom"];
  const text = await run(programOf(folder), [...flags, page + script]);
  if (!text.includes(">42<")) throw new Error(`it does not run a page: ${text.slice(0, 300)}`);
  say("chromium", "ready");
}

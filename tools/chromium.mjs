// A browser for the browser tests: the machine's own, else Debian's, unpacked into the cache.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { fetchClosure, privateApt, unpack } from "./apt.mjs";
import { cached } from "./cache.mjs";
import { ask } from "./run.mjs";
import { Unavailable } from "./say.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The path of a Chromium that starts. */
export async function chromium() {
  const named = process.env.COUNTERSIGN_CHROMIUM;
  if (named) return named;
  for (const name of NAMES) {
    const path = ask("bash", ["-c", 'command -v "$1"', "find", name]);
    if (path && ask(path, ["--version"])) return path;
  }
  return debianChromium();
}

// The C library is the machine's: a browser and its C library must not come from two places.
const OF_THE_MACHINE =
  /\/(libc6|libc-bin|libgcc-s1|libstdc\+\+6|gcc-\d+-base|dpkg|tar|debconf|perl-base|bash)_/;

async function debianChromium() {
  const release = await readFile("/etc/os-release", "utf8").catch(() => "");
  const suite = /^VERSION_CODENAME=(\w+)/m.exec(release)?.[1];
  if (!/^ID=debian$/m.test(release) || !suite) {
    throw new Unavailable(
      "Chromium for the browser tests",
      NAMES.join(", "),
      "install Chromium or Google Chrome, or name one in COUNTERSIGN_CHROMIUM",
    );
  }
  const folder = await cached("chromium", suite, async (temporary, final) => {
    const apt = await privateApt(suite, "Chromium for the browser tests");
    const files = await fetchClosure(apt, ["chromium", "fonts-liberation", "fonts-noto-core"]);
    await mkdir(join(temporary, "root"));
    for (const file of files)
      if (!OF_THE_MACHINE.test(file))
        await unpack(file, join(temporary, "root"), ["*/share/doc*", "*/share/man*"]);
    await writeFile(join(temporary, "fonts.conf"), fonts(final));
    await writeFile(join(temporary, "chromium"), launcher(final), { mode: 0o755 });
    return "from Debian";
  });
  const program = join(folder, "chromium");
  if (!ask(program, ["--version"])) {
    throw new Unavailable(
      "Chromium for the browser tests",
      `Debian's package, unpacked to ${folder}`,
      "apt-get install chromium",
    );
  }
  return program;
}

function launcher(folder) {
  const libraries = [
    "usr/lib/x86_64-linux-gnu",
    "lib/x86_64-linux-gnu",
    "usr/lib/aarch64-linux-gnu",
    "lib/aarch64-linux-gnu",
  ];
  return [
    "#!/bin/sh",
    `root='${join(folder, "root")}'`,
    `export LD_LIBRARY_PATH="${libraries.map((path) => `$root/${path}`).join(":")}"`,
    `export FONTCONFIG_FILE='${join(folder, "fonts.conf")}'`,
    'exec "$root/usr/lib/chromium/chromium" "$@"',
    "",
  ].join("\n");
}

function fonts(folder) {
  return `<?xml version="1.0"?>
<fontconfig>
  <dir>${join(folder, "root/usr/share/fonts")}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <alias><family>sans-serif</family><prefer><family>Liberation Sans</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>Liberation Mono</family></prefer></alias>
</fontconfig>
`;
}

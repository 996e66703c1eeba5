// Packages into a folder, without installing them.
import { settle } from "../machine/settle.mjs";
import { run } from "../machine/run.mjs";

const AT_ONCE = 2;

// A package that ends early makes tar fail, so that the pipe's status is tar's.
const PIPE = `package=$1; shift; dpkg-deb --fsys-tarfile "$package" | tar -x --no-same-owner "$@"`;

/** Unpacks a .deb below `root`; `without` are tar's exclude patterns. */
export async function unpack(file, root, without = []) {
  await run("sh", [
    "-c",
    PIPE,
    "unpack",
    file,
    "-C",
    root,
    ...without.map((pattern) => `--exclude=${pattern}`),
  ]);
}

/** Unpacks many, some at a time: it is the decompression that takes the time. */
export async function unpackAll(files, root, without) {
  const queue = [...files];
  const worker = async () => {
    for (let file = queue.shift(); file; file = queue.shift()) await unpack(file, root, without);
  };
  await settle(Array.from({ length: AT_ONCE }, worker));
}

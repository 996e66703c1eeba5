// npm run bench: otpauth and us side by side, against the figures we hold ourselves to.
//
//   node tests/bench/bench.mjs [--rounds=25] [--check]     --check exits with 1 when a figure is missed
import { parseArgs } from "node:util";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { QrCode } from "countersign";
import { entrySize } from "../package/entry-size.mjs";
import { browser, node, raceCodes, us } from "./codes.mjs";
import { firstCode } from "./first-code.mjs";

const { values } = parseArgs({
  options: { rounds: { type: "string", default: "25" }, check: { type: "boolean", default: false } },
});
const rounds = Number(values.rounds);

const leastRatio = {
  SHA1: { generate: 6, verify: 12 },
  SHA256: { generate: 4, verify: 6 },
  SHA512: { generate: 4, verify: 6 },
};
const rows = [];
let missed = 0;

function row(what, figures, target, met) {
  if (met === false) missed += 1;
  rows.push([what, ...figures, target, met === undefined ? "" : met ? "yes" : "NO"]);
}
const thousands = (value) => Math.round(value).toLocaleString("en-US");

const races = await raceCodes(rounds);
for (const { act, algorithm, result } of races) {
  const ratio = result.ratio(us, node);
  const least = leastRatio[algorithm][act];
  row(
    `${act}${act === "verify" ? " ±1, wrong code" : ""}, ${algorithm}, per second`,
    [us, node, browser].map((name) => thousands(result.perSecond[name])),
    `${ratio.toFixed(1)}× Node build, want ≥ ${String(least)}×`,
    ratio >= least,
  );
}

const first = firstCode(Math.max(5, Math.min(rounds, 15)));
row(
  "first code, fresh process, ms",
  [first.whole.us.toFixed(0), "", first.whole.peer.toFixed(0)],
  `${first.ratio.toFixed(2)}× browser build, want ≤ 1.15×`,
  first.ratio <= 1.15,
);
row(
  "import to first code in it, ms",
  [first.inside.us.toFixed(1), "", first.inside.peer.toFixed(1)],
  "want ≤ 25 ms",
  first.inside.us <= 25,
);

const uri =
  `otpauth://totp/Fernhill:rosa.lindqvist@fernhill.example?secret=${"A".repeat(32)}&issuer=Fernhill`.padEnd(
    120,
    "x",
  );
const svg = Buffer.byteLength(QrCode.encode(uri, { level: "M" }).toSvg({ label: "QR code" }));
row(
  `SVG of a URI of ${String(uri.length)} characters, level M, bytes`,
  [thousands(svg), "", ""],
  "want ≤ 4,200",
  svg <= 4200,
);

const entry = fileURLToPath(
  import.meta.resolve("countersign/package.json").replace("package.json", "dist/core/index.js"),
);
const { wasm, javascript } = await entrySize(entry);
row(
  "core.wasm + its JavaScript, brotli bytes",
  [`${thousands(wasm)} + ${thousands(javascript)}`, "", ""],
  "want ≤ 50,000",
  wasm + javascript <= 50_000,
);

print([["", us, node, browser, "", "met"], ...rows]);
console.log(
  `\nMedians of ${String(rounds)} interleaved rounds; Node ${process.versions.node}, ${String(cpus().length)} × ${cpus()[0]?.model ?? "?"}.`,
);
if (values.check && missed > 0) process.exitCode = 1;

function print(table) {
  const widths = table[0].map((_, column) => Math.max(...table.map((cells) => cells[column].length)));
  for (const cells of table) {
    const line = cells.map((cell, column) =>
      column >= 1 && column <= 3 ? cell.padStart(widths[column]) : cell.padEnd(widths[column]),
    );
    console.log(line.join("  ").trimEnd());
  }
}

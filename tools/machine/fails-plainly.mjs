/** Runs a script's work. A failure is said in words and sets the status 1; a mistake of ours also shows where. */
export async function failsPlainly(act) {
  try {
    await act();
  } catch (error) {
    const mistake = [TypeError, ReferenceError, SyntaxError].includes(error.constructor) && !error.code;
    process.stderr.write(`\n${mistake ? error.stack : error.message}\n`);
    process.exitCode = 1;
  }
}

/** Waits for all, so that no work goes on behind a failure; then throws the first, or gives the results. */
export async function settle(promises) {
  const results = await Promise.allSettled(promises);
  const failed = results.find(({ status }) => status === "rejected");
  if (failed) throw failed.reason;
  return results.map(({ value }) => value);
}

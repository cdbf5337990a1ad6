/** Records as JSON, one a line, with the types that the API has them in; made as fast as it is taken. */
export async function* writeNdjson(batches: AsyncIterable<readonly object[]>): AsyncGenerator<Buffer, void, undefined> {
  for await (const records of batches) {
    if (records.length > 0) yield Buffer.from(`${records.map((record) => JSON.stringify(record)).join('\n')}\n`);
  }
}

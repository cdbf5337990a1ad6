/** A GraphQL client that adds as little as possible to what is measured. */
import { Agent, request as send } from 'node:http';

/**
 * @typedef {object} Answer
 * @property {number} status 0 when no answer came
 * @property {string} code of the first error; `OK` without one
 * @property {any} data
 * @property {string} text of a failure, shortened
 */

/** @param {{ port: number, connections?: number }} server its connections are used in turn, so that none of them is closed for its silence */
export function createClient({ port, connections = 64 }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: 'fifo' });

  /**
   * @param {{ token?: string, query: string, variables?: object, address?: string }} operation
   * @returns {Promise<Answer>}
   */
  const ask = ({ token, query, variables, address = '198.51.100.1' }) =>
    post({
      body: JSON.stringify({ query, variables }),
      headers: {
        'content-type': 'application/json',
        // The server trusts one proxy, so that callers can have addresses of their own.
        'x-forwarded-for': address,
        ...(token && { authorization: `Bearer ${token}` }),
      },
    });

  const post = ({ body, headers = {}, method = 'POST', path = '/graphql' }) =>
    new Promise((resolve) => {
      const fail = (error) => resolve({ status: 0, code: error.code ?? 'NO_ANSWER', data: null, text: String(error.message) });
      const length = Buffer.byteLength(body ?? '');
      const request = send(
        { agent, host: '127.0.0.1', port, method, path, headers: { ...headers, 'content-length': length } },
        (response) => {
          const chunks = [];
          response.on('data', (chunk) => chunks.push(chunk));
          response.on('error', fail);
          response.on('end', () => resolve(answerOf(response.statusCode, Buffer.concat(chunks).toString())));
        },
      );
      request.on('error', fail);
      request.end(body);
    });

  return { ask, post, close: () => agent.destroy() };
}

function answerOf(status, text) {
  try {
    const { data = null, errors } = JSON.parse(text);
    const code = errors ? (errors[0]?.extensions?.code ?? 'UNKNOWN') : 'OK';
    return { status, code, data, text: errors ? JSON.stringify(errors).slice(0, 500) : '' };
  } catch {
    return { status, code: status < 300 ? 'OK' : `HTTP_${status}`, data: null, text: text.slice(0, 200) };
  }
}

/** Uploads a file and answers its id. */
export async function upload(client, { token, address }, fileName, contentType, bytes) {
  const query = 'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { url fileId } }';
  const { data, text } = await client.ask({ token, address, query, variables: { input: { fileName, size: bytes.length, contentType } } });
  if (!data) throw new Error(`The upload was refused: ${text}`);
  const { pathname, search } = new URL(data.createUpload.url);
  const sent = await client.post({
    method: 'PUT',
    path: pathname + search,
    body: bytes,
    headers: { 'content-type': contentType, 'x-forwarded-for': address },
  });
  if (sent.status !== 201) throw new Error(`The file was refused: ${sent.status} ${sent.text}`);
  return data.createUpload.fileId;
}

/** Single requests, outside of the load. */

/** @typedef {{ port: number, path: string }} Server */

/**
 * Posts a GraphQL request and gives its data; anything else is an error of the run.
 *
 * @param {Server} server
 * @param {{ headers: Record<string, string>, body: string }} request
 */
export async function ask(server, request) {
  const response = await post(server, request);
  const { data, errors } = await response.json();
  if (!data || errors) throw new Error(`A server refused: ${JSON.stringify(errors).slice(0, 2000)}`);
  return data;
}

/** Posts a GraphQL request and gives the bytes of its answer, of whatever status. */
export async function askBytes(server, request) {
  const response = await post(server, request);
  return Buffer.from(await response.arrayBuffer());
}

const post = ({ port, path }, { headers, body }) =>
  fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

/** A request to our server by somebody signed in. */
export const oursBy = ({ token }, query, variables) => ({
  headers: token ? { authorization: `Bearer ${token}` } : {},
  body: JSON.stringify({ query, variables }),
});

/** @returns the organisation with a bearer token of its first user */
export async function signIn(server, organization) {
  const query = 'mutation SignIn($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }';
  const { email, password } = organization;
  const data = await ask(server, oursBy({}, query, { email, password }));
  return { ...organization, token: data.signIn.token };
}

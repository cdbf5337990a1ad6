/** Single requests, outside of the load. */

/** @typedef {{ port: number, path: string }} Server */

/**
 * Posts a GraphQL request and gives its data; anything else is an error of the run.
 *
 * @param {Server} server
 * @param {{ headers: Record<string, string>, body: string }} request
 */
export async function ask({ port, path }, { headers, body }) {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const { data, errors } = await response.json();
  if (!data || errors) throw new Error(`A server refused: ${JSON.stringify(errors).slice(0, 2000)}`);
  return data;
}

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

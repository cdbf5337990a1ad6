import { defineError } from '../../core/errors.js';

export const BadRequest = defineError<{ reason: string }>('BAD_REQUEST', {
  status: 400,
  description: 'The HTTP request is not one that GraphQL can be asked with.',
  message: ({ reason }) => reason,
});

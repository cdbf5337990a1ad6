import { defineError } from '../../core/errors.js';
import type { Message } from '../../core/messages.js';

export const BadRequest = defineError<{ reason: Message }>('BAD_REQUEST', {
  status: 400,
  description: 'The HTTP request is not one that GraphQL can be asked with.',
  message: ({ reason }) => reason,
});

// Generated from schema/ by `npm run codegen`.

/** The codes of errors. */
export type ErrorCode =
  /** The HTTP request is not one that GraphQL can be asked with. */
  | 'BAD_REQUEST'
  /** The records are being changed by others just now, or the server has as much to do as it can for this caller. Nothing was written; try again, after `retryAfterSeconds` where it is given. */
  | 'BUSY'
  /** The record has changed since the version that the caller expected. */
  | 'CONFLICT'
  /** The operation costs more than is left of the minute of the credential, user or organization that `scope` names. Nothing of it was run or charged; try again after `retryAfterSeconds`, or ask for no more than `remaining`. */
  | 'COST_BUDGET_EXCEEDED'
  /** The operation could read more rows, has more filter conditions, or more values in its body, than one operation may. `unit` says which; `costliest` is the list that costs most, where one is known. The same operation is never run. */
  | 'COST_EXCEEDED'
  /** The selections or an argument of the document are nested too deep. */
  | 'DOCUMENT_TOO_DEEP'
  /** The document has more tokens, characters or fields than one may have. */
  | 'DOCUMENT_TOO_LARGE'
  /** The document selects one field too often under other names. */
  | 'DOCUMENT_TOO_MANY_ALIASES'
  /** The document has more directives than one may have. */
  | 'DOCUMENT_TOO_MANY_DIRECTIVES'
  /** The address is not one of ours or has expired. Ask for the file again. */
  | 'DOWNLOAD_LINK_INVALID'
  /** The field can not be made unique while several records have the same value. `clashes` says which: the value, how many records have it, and the ids of up to ten; the 100 largest. */
  | 'FIELD_HAS_DUPLICATES'
  /** Dates or numbers of the file can be read in several ways, nothing in it tells in which, and the import was to stop then. `columns` says where. */
  | 'FILE_AMBIGUOUS'
  /** The file has more bytes than it may have. Nothing of it was kept. */
  | 'FILE_TOO_LARGE'
  /** The file can not be read. `reason` says why, `line` where. */
  | 'FILE_UNREADABLE'
  /** The caller may not do this. */
  | 'FORBIDDEN'
  /** The document is not GraphQL. */
  | 'GRAPHQL_PARSE_FAILED'
  /** The document asks for something that the schema does not have. */
  | 'GRAPHQL_VALIDATION_FAILED'
  /** The server does not answer to the name that it was asked under. */
  | 'HOST_NOT_ALLOWED'
  /** The same mutation, with the same idempotency key, is under way. Send it again in a moment to get its answer. */
  | 'IDEMPOTENCY_IN_PROGRESS'
  /** The idempotency key was used for another operation, or for the same with other variables. Nothing was done; take a new key. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** A fault of the server. It was logged under `errorId`. */
  | 'INTERNAL'
  /** The introspection query selects more of the schema than a server puts together at once. */
  | 'INTROSPECTION_TOO_LARGE'
  /** What jobs of this kind do can not be taken back. */
  | 'JOB_NOT_UNDOABLE'
  /** Who started the job may not act any more. It can be resumed when they may again. */
  | 'JOB_OWNER_SUSPENDED'
  /** The job is in a state in which this can not be done with it. */
  | 'JOB_STATE'
  /** The process that worked on the job ended or stopped responding, several times at the same step. Rows written before stay. The job can be resumed or undone. */
  | 'JOB_WORKER_LOST'
  /** The user is the only active administrator left: make another one first. */
  | 'LAST_ADMINISTRATOR'
  /** The link is not one of ours, was used already, or has expired. Ask for a new one. */
  | 'LINK_INVALID'
  /** The mutation is a transaction of its own: nothing may stand beside it in the operation. */
  | 'MUST_STAND_ALONE'
  /** There is no such record, or the caller may not see it. */
  | 'NOT_FOUND'
  /** It is not clear which operation of the document to run, or it is of a kind that is not served. */
  | 'OPERATION_RESOLUTION_FAILURE'
  /** The address and password are right in several organisations: name one. */
  | 'ORGANIZATION_NEEDED'
  /** The page that asks is of an origin that the server does not take requests from. */
  | 'ORIGIN_NOT_ALLOWED'
  /** The record cannot be without another one that is in the recycle bin; `parents` names it. Restore both with `withParents`. */
  | 'PARENT_IN_BIN'
  /** The server runs registered documents only, and this is none of them. */
  | 'PERSISTED_DOCUMENT_REQUIRED'
  /** The document that came along is not the one that the hash stands for. */
  | 'PERSISTED_QUERY_MISMATCH'
  /** The server does not know the document of this hash: send it once with its text. */
  | 'PERSISTED_QUERY_NOT_FOUND'
  /** The refresh token is not one of ours, or its session has ended. Sign in again. */
  | 'REFRESH_TOKEN_INVALID'
  /** The refresh token was used before, and is not the previous one of the last 30 seconds: somebody else may have it. Its session has ended; sign in again. */
  | 'REFRESH_TOKEN_REUSED'
  /** The e-mail address and password do not belong together. The answer is the same for unknown addresses. */
  | 'SIGN_IN_FAILED'
  /** Too many failures from this address, for this account or for any. `retryAfter` says in how many seconds to try again. */
  | 'SIGN_IN_LOCKED'
  /** There is no room for the file on the server. Nothing of it was kept. */
  | 'STORAGE_FULL'
  /** The database did not answer in time. Nothing was written. */
  | 'TIMEOUT'
  /** The operation has more or larger values than the database takes at once, or is nested too deeply for it. */
  | 'TOO_LARGE'
  /** The list falls into more groups than one answer holds. */
  | 'TOO_MANY_GROUPS'
  /** More requests than a minute allows: of the credential, user, organization or address that `scope` names. Nothing of this one was run; try again after `retryAfterSeconds`. */
  | 'TOO_MANY_REQUESTS'
  /** The operation needs a valid bearer token. `reason` says what is wrong with the one that came: MISSING, MALFORMED, EXPIRED, or INVALID, which it also is after the end of its session. */
  | 'UNAUTHENTICATED'
  /** The database cannot be reached, did not answer in time, or takes no writes. */
  | 'UNAVAILABLE'
  /** The content broke off, or came too slowly for a minute. Nothing of it was kept; ask for a new address. */
  | 'UPLOAD_INTERRUPTED'
  /** The content has not as many bytes as were announced. Nothing of it was kept. */
  | 'UPLOAD_SIZE_MISMATCH'
  /** The address to upload to is not one of ours, was used already, has expired, or is not for the caller. Ask for a new one. */
  | 'UPLOAD_TICKET_INVALID'
  /** The content is not of the type that was announced. Nothing of it was kept. */
  | 'UPLOAD_TYPE_MISMATCH'
  /** The user is suspended and can not sign in: reactivate them first. */
  | 'USER_SUSPENDED'
  /** The input is wrong. `fields` names every fault by its place in the input. */
  | 'VALIDATION_FAILED'
  /** The lists and objects of the variables are nested too deep. */
  | 'VARIABLES_TOO_DEEP';

/** What can be wrong with one value of an input. */
export type FaultCode =
  /** The value is missing, null or blank where one is needed. */
  | 'REQUIRED'
  /** The value is not of the declared type. */
  | 'WRONG_TYPE'
  /** The input has no such field. */
  | 'UNKNOWN_FIELD'
  /** The text has more characters than the field holds. */
  | 'TOO_LONG'
  /** The text has fewer characters than are needed. */
  | 'TOO_SHORT'
  /** The password is on a list of common ones, or nearly one of them. */
  | 'TOO_COMMON'
  /** The number or date lies outside what the field holds. */
  | 'OUT_OF_RANGE'
  /** The amount has more decimals than its currency, or the price more than six. */
  | 'TOO_MANY_DECIMALS'
  /** The text does not have the form the field asks for. */
  | 'INVALID_FORMAT'
  /** The text holds NUL or half of a surrogate pair. */
  | 'INVALID_CHARACTER'
  /** The picklist has no such value in this organisation, or it is retired. */
  | 'UNKNOWN_PICKLIST_VALUE'
  /** There is no such record to refer to. */
  | 'REFERENCE_NOT_FOUND'
  /** The record would become its own ancestor. */
  | 'CYCLE'
  /** The organisation has no such currency, or has retired it. */
  | 'UNKNOWN_CURRENCY'
  /** There is no time zone of this name. */
  | 'UNKNOWN_TIME_ZONE'
  /** The product does not speak this language. */
  | 'UNKNOWN_LANGUAGE'
  /** The user is suspended and can not be chosen. */
  | 'INACTIVE'
  /** Records still use it; details say how many. */
  | 'IN_USE'
  /** Another record has this value already. */
  | 'NOT_UNIQUE'
  /** A filter operand is null; ask with isNull. */
  | 'NULL_OPERAND'
  /** The contact works for another company than the record is for. */
  | 'CONTACT_OF_OTHER_ACCOUNT'
  /** The value does not go together with another one. */
  | 'CONTRADICTION'
  /** The cursor is damaged or belongs to another list or order. */
  | 'INVALID_CURSOR'
  /** The list has more items than one call takes. */
  | 'TOO_MANY';

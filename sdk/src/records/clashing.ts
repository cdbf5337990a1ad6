// Generated from schema/ by `npm run codegen`.

/** Fields of records that are of different types in different modules. */
export const clashing = /^(?:status|taxes|type)$/;

/** Serves requests: bound by row level security, may add to the change log and never alter it. */
export const APP_ROLE = 'crm_app';
/** Passes the wall between organisations by named policies: sign-in, jobs, seeding. */
export const SYSTEM_ROLE = 'crm_system';

/**
 * Makes the two roles and lets the login act in them. Roles belong to the whole cluster, so another database or another
 * start may be making them at the same moment.
 */
export const createRolesSql = `
DO $roles$
DECLARE wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['${APP_ROLE}', '${SYSTEM_ROLE}'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOBYPASSRLS', wanted);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END;
    END IF;
    -- From version 16 on, who makes a role may grant it but not act in it before it has granted it to itself.
    BEGIN
      EXECUTE format('GRANT %I TO %I', wanted, current_user);
    EXCEPTION WHEN insufficient_privilege THEN
      IF NOT pg_has_role(current_user, wanted, 'MEMBER') THEN RAISE; END IF;
    END;
  END LOOP;
END
$roles$`;

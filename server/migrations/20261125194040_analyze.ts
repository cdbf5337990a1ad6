import { Migration } from '@mikro-orm/migrations';

export class Migration20261125194040 extends Migration {
  override up(): void {
    this.addSql(`CREATE OR REPLACE FUNCTION crm_analyze(name text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname = name) THEN
    EXECUTE format('ANALYZE %I', name);
  END IF;
END
$$;
REVOKE ALL ON FUNCTION crm_analyze(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crm_analyze(text) TO crm_system`);
  }
}

/** A trigger that is made once: making it anew at each start would wait for everybody who writes to its table. */
export const triggerOnce = (name: string, statement: string): string =>
  `DO $do$ BEGIN
     IF NOT EXISTS (SELECT 1 FROM pg_trigger WHERE tgname = '${name}' AND NOT tgisinternal) THEN
       ${statement.replace('TRIGGER', `TRIGGER ${name}`)};
     END IF;
   END $do$`;

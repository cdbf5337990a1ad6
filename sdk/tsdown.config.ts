import { defineConfig } from 'tsdown';

/** One file per source, so that whoever looks into the package finds what the sources have. */
export default defineConfig({
  entry: ['src/index.ts', 'src/schema.ts'],
  outDir: 'dist',
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  unbundle: true,
  dts: true,
  fixedExtension: false,
  report: false,
  logLevel: 'warn',
});

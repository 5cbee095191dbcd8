import { drawDemoKit } from '../demo-kit';

drawDemoKit(process.argv[2]).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});

import { runTool } from '../../../../src/plugins/reference-assets/server/src/media/ffmpeg/run';

const node = (code: string, options = {}) =>
  runTool('ffmpeg', process.execPath, ['-e', code], options);

describe('runTool', () => {
  it('feeds chunks and gives back what was printed', async () => {
    const echo = 'process.stdin.pipe(process.stdout)';
    const input = [Buffer.from('one '), Buffer.alloc(300_000, 120), Buffer.from(' end')];
    const { stdout } = await node(echo, { input });
    expect(stdout.length).toBe(300_008);
    expect(stdout.toString('latin1').startsWith('one xxx')).toBe(true);
    expect(stdout.toString('latin1').endsWith('x end')).toBe(true);
  });

  it('reports failure with the end of what the tool said', async () => {
    const run = node('console.error("a".repeat(20000) + "the reason"); process.exit(3)');
    const error = await run.catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: 'MediaToolError', tool: 'ffmpeg', code: 'failed' });
    const { stderrTail } = error as { stderrTail: string };
    expect(stderrTail.trim().endsWith('the reason')).toBe(true);
    expect(stderrTail.length).toBeLessThanOrEqual(8000);
  });

  it('kills a tool that hangs', async () => {
    const run = node('setInterval(() => {}, 1000)', { timeoutMs: 150 });
    await expect(run).rejects.toMatchObject({ code: 'timeout' });
  });

  it('kills a tool on abort, also before it starts', async () => {
    const controller = new AbortController();
    const run = node('setInterval(() => {}, 1000)', { signal: controller.signal });
    setTimeout(() => controller.abort(), 50);
    await expect(run).rejects.toMatchObject({ code: 'aborted' });
    await expect(node('', { signal: controller.signal })).rejects.toMatchObject({
      code: 'aborted',
    });
  });

  it('names a tool that is not there, with or without input', async () => {
    const path = '/nowhere/ffmpeg';
    const cause = expect.objectContaining({ code: 'ENOENT' });
    await expect(runTool('ffmpeg', path, [])).rejects.toMatchObject({ code: 'missing', cause });
    const input = [Buffer.alloc(100_000)];
    await expect(runTool('ffmpeg', path, [], { input })).rejects.toMatchObject({ code: 'missing' });
  });

  it('stops when the tool prints more than expected', async () => {
    const run = node('process.stdout.write("x".repeat(1e6))', { maxOutputBytes: 1000 });
    await expect(run).rejects.toMatchObject({ code: 'bad-output' });
  });

  it('carries the error of making the frames', async () => {
    async function* broken() {
      yield Buffer.from('x');
      throw new Error('no more frames');
    }
    const run = node('process.stdin.resume()', { input: broken() });
    await expect(run).rejects.toMatchObject({ cause: new Error('no more frames') });
  });

  it('does not hang when the tool closes its input early', async () => {
    function* endless() {
      for (;;) yield Buffer.alloc(65_536);
    }
    await expect(node('process.exit(0)', { input: endless() })).resolves.toBeDefined();
  });
});

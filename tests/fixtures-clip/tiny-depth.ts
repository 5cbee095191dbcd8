import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeOnnx, type OnnxGraph } from './onnx-writer';

/** `pixel_values` → mean of its channels → `predicted_depth`: what is bright counts as near. */
const depthGraph: OnnxGraph = {
  inputs: [{ name: 'pixel_values', element: 'float', shape: ['batch', 3, 'height', 'width'] }],
  outputs: [{ name: 'predicted_depth', element: 'float', shape: ['batch', 'height', 'width'] }],
  nodes: [
    {
      operator: 'ReduceMean',
      inputs: ['pixel_values'],
      output: 'predicted_depth',
      attributes: { axes: [1], keepdims: 0 },
    },
  ],
  constants: [],
};

const preprocessor = {
  image_processor_type: 'DPTImageProcessor',
  do_resize: true,
  size: { height: 70, width: 70 },
  keep_aspect_ratio: true,
  ensure_multiple_of: 14,
  resample: 3,
  do_rescale: true,
  rescale_factor: 1 / 255,
  do_normalize: true,
  image_mean: [0.485, 0.456, 0.406],
  image_std: [0.229, 0.224, 0.225],
};

/** Writes a model with the files of Depth Anything that takes bright for near. */
export const writeTinyDepth = async (folder: string): Promise<void> => {
  await mkdir(path.join(folder, 'onnx'), { recursive: true });
  const files: Record<string, string | Buffer> = {
    'config.json': JSON.stringify({ model_type: 'depth_anything' }),
    'preprocessor_config.json': JSON.stringify(preprocessor),
    'onnx/model.onnx': writeOnnx(depthGraph),
  };
  for (const [name, content] of Object.entries(files))
    await writeFile(path.join(folder, name), content);
};

import { libraryService } from './library';
import { videosService } from './videos';

export const services = { library: libraryService, videos: videosService };

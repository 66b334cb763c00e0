import { mount } from './app/mount';

void mount(document.getElementById('root')!);

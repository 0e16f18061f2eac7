import { createCanvas, loadImage } from '@napi-rs/canvas'
import { readdirSync, writeFileSync } from 'node:fs'
const [prefix,width='420',out='/tmp/w/pics-everyone/montage.png']=process.argv.slice(2)
const dir='/tmp/w/pics-everyone'
const files=readdirSync(dir).filter(f=>f.startsWith(prefix!)&&f.endsWith('.png')&&!f.startsWith('montage'))
const imgs=await Promise.all(files.map(f=>loadImage(`${dir}/${f}`)))
const w=Number(width), h=Math.round(w*imgs[0]!.height/imgs[0]!.width), cols=Math.min(5,Math.max(1,Math.floor(2200/w)))
const c=createCanvas(cols*(w+8),Math.ceil(files.length/cols)*(h+8)); const g=c.getContext('2d'); g.fillStyle='#888'; g.fillRect(0,0,c.width,c.height)
imgs.forEach((im,i)=>g.drawImage(im,(i%cols)*(w+8),Math.floor(i/cols)*(h+8),w,h))
writeFileSync(out,c.toBuffer('image/png')); console.log(files.join(' '))

import { BarChart, HeatmapChart } from 'echarts/charts';
import { AriaComponent, GridComponent, VisualMapComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
use([BarChart, HeatmapChart, GridComponent, VisualMapComponent, AriaComponent, SVGRenderer]);
const c = init(null, null, { renderer: 'svg', ssr: true, width: 600, height: 300 });
c.setOption({ animation: false, xAxis: { type: 'category', data: ['a', 'b'] }, yAxis: {}, series: [{ type: 'bar', data: [1, 2] }] });
console.log(c.renderToSVGString().slice(0, 1500));

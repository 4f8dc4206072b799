#define ROW t
/* I (cells, T); p (U-1, cells); Y (N, cells) in the coordinates of the model, D (N, cells); E (cells, 6) error of the voltage,
   now and the largest, and the last look; voltage, its change under the same current, and current of the last step; F (cells, 2) row and reason of a failure; O (cells, T, C) in float or double. A last, incomplete row of lanes repeats its last cell. */
void run(long first, long last, long cells, long T, long sub, long start, long every, int modal, int single, R h,
         const R*I, const R*p, R*Y, R*D, const R*matrices, const R*electrolyte, const R*rate, R*E, long*F, void*O){
  const Step fixed={matrices,electrolyte,rate,h,modal};
  for(long b=first;b<last;b+=W){
    R y[N][W] HERE, from[N][W] HERE, f[N][W] HERE, d[N][W] HERE, u[U][W] HERE;
    R out[C][W] HERE, k[3][W] HERE, el[2][W] HERE, dv[1][W] HERE;
    long at[W]; for(int l=0;l<W;l++) at[l]=b+l<last?b+l:last-1;
    for(int i=0;i<N;i++) for(int l=0;l<W;l++){ y[i][l]=Y[i*cells+at[l]]; d[i][l]=D[i*cells+at[l]]; }
    for(int i=1;i<U;i++) for(int l=0;l<W;l++) u[i][l]=p[(i-1)*cells+at[l]];
    for(long t=0;t<T;t++){
      for(int l=0;l<W;l++) u[0][l]=I[at[l]*T+t];
      for(long s=0;s<sub;s++){
        const long now=start+t*sub+s;
        cell(y,u,f,out,el);
        if(s==0) for(int l=0;l<W;l++) for(int c=0;c<C;c++){
          const long to=(at[l]*T+t)*C+c; if(single) ((float*)O)[to]=out[c][l]; else ((R*)O)[to]=out[c][l]; }
        STEP
      }
    }
    for(int i=0;i<N;i++) for(int l=0;l<W;l++){ Y[i*cells+at[l]]=y[i][l]; D[i*cells+at[l]]=d[i][l]; }
  }
}
